"""Fixtures of the namespaces' tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree
from lxml.etree import _Element

from publisher.render.namespaces import Namespace

Built = Callable[[Namespace], _Element]


@pytest.fixture
def item() -> Built:
    """Let a namespace put its tags into an empty item."""

    def built(namespace: Namespace) -> _Element:
        element = etree.Element("item")
        namespace.extend_rss(element)
        return element

    return built
