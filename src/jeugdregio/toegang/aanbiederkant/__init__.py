"""What a municipality elsewhere sends to a provider that works here: assignments, answers, return messages."""
