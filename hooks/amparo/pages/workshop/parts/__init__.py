"""What several rooms of the workshop say: sessions, agendas and handouts, on pages and on paper."""
