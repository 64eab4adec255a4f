"""What every card shows the same way: terms with their reasons, the journal's timeline, the actions panel."""
