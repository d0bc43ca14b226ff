"""The parts every window is built from: tokens, theme, fonts, icons and widgets with the house's finish."""
