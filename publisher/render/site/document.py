"""A page: a template with its values, in the frame of the site, with a head that says what it is."""

from __future__ import annotations

from publisher.model import Artifact, Entry, Published
from publisher.render.site.frame import Frame
from publisher.render.site.head import head
from publisher.render.site.policy import policy
from publisher.render.site.themed import blaming, raise_unless_guarded
from publisher.render.wire import artifact


def document(
    frame: Frame,
    key: str,
    template: str,
    *,
    title: str,
    description: str = "",
    section: str | None = None,
    item: Published[Entry] | None = None,
    media: str | None = None,
    is_listed: bool = True,
    **values: object,
) -> Artifact:
    """Make the page at `key`. `section` is the key of the section it belongs to.

    `media` is the address of a recording it plays; search engines skip what is not listed.
    """
    edition = frame.edition
    description = description or title
    with blaming(edition.theme):
        text = frame.templates.get_template(f"{template}.html.j2").render(
            frame=frame,
            edition=edition,
            show=edition.show,
            url=edition.url,
            key=key,
            title=title,
            description=description,
            section=section,
            item=item,
            policy=policy(edition, media),
            head=head(
                frame,
                key,
                title=title,
                description=description,
                section=section,
                item=item,
                is_listed=is_listed,
            ),
            **values,
        )
    if edition.theme.templates:
        raise_unless_guarded(text)
    return artifact(key, "text/html; charset=utf-8", text.encode())
