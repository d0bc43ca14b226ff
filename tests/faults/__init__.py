"""What goes wrong in the world, and what the command says of it."""
