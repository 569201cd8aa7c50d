/* Buttons that copy an address; the address beside each can be marked by hand, too. */

function offerToCopy(button) {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.after(" ", status);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.dataset.copied;
      setTimeout(() => { status.textContent = ""; }, 5000);
    } catch {
      // Whoever forbids it may still press the keys.
      getSelection().selectAllChildren(button.previousElementSibling);
    }
  });
}

// Browsers have a clipboard only where the connection is secure.
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(offerToCopy);
