"""What the words mean: frozen values, standard library only. Import the modules, not this package."""
