"""Access to outside registers (O.8.6): one gateway, each look-up in a matter, on a ground, journalled."""
