"""The verbs of the product, one file a noun. Everything that writes stands here."""
