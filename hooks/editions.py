"""Makes what people carry away, beside the finished site. What it says is made in `amparo`; here stands only when."""

import logging
from pathlib import Path

from mkdocs.plugins import event_priority

from amparo.editions import making

log = logging.getLogger("mkdocs.plugins.amparo")


@event_priority(-300)
def on_post_build(config):
    """After the finished site has its place: only those files that changed; the site is whole without them."""
    book = config.extra["book"]
    if config.plugins["i18n"].building or not book.made or "finished" not in config.extra:
        return
    site = Path(config.extra["finished"])
    log.info(
        f"The site is complete: {site}. Now the editions to carry away; they may be stopped at any time."
    )
    making.make(Path(config.config_file_path).parent, site, book, log.info)
