"""The two pictures of the README: a country sheet on a phone, and its front on paper."""
