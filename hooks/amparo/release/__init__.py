"""From a built tree to a site that can be copied and trusted."""
