"""The workshop: sessions, handouts, agendas, and what facilitators need around them."""
