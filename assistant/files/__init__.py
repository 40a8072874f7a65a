"""Files of questions, and transcripts: Markdown that holds questions with the answers expected."""
