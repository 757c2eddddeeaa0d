// The target's first file; the parts follow.
