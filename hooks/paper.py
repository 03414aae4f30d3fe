"""Makes what people carry away, beside the finished site. What it says is made in `amparo`; here stands only
when."""

import logging
from pathlib import Path

from mkdocs.plugins import event_priority

from amparo.paper import production

log = logging.getLogger("mkdocs.plugins.amparo")


@event_priority(-300)
def on_post_build(config):
    """After the finished site has its place: only those files that changed; the site is whole without
    them."""
    site = config.extra["amparo_site"]
    if config.plugins["i18n"].building or not site.made or "finished" not in config.extra:
        return
    finished = Path(config.extra["finished"])
    log.info(
        f"The site is complete: {finished}. Now the paper to carry away; they may be stopped at any time."
    )
    production.make(config.extra["amparo_project"], finished, site, log.info)
