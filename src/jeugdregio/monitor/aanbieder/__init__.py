"""What the figures say of one provider: volume, waiting, start, extension, stopping, rejects, money, per quarter."""
