"""The pages of promises, favours, lists, wishes, and of an evening written down."""
