// Reloads a page of the preview when what it shows has changed. Only the preview serves this.
"use strict";
(() => {
  const version = document.currentScript.dataset.version;
  let stream;
  // Browsers open few connections to one host: a page that nobody sees keeps none.
  const follow = () => {
    stream?.close();
    stream = document.hidden ? undefined : new EventSource(`/.preview/events?${version}`);
    stream?.addEventListener("change", () => location.reload());
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pageshow", follow);
})();
