"""What may come next in a question that is still being typed; no stage of answering needs it."""
