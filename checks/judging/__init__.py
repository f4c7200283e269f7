"""The verdict: evidence against the truth, and the words for what is wrong.  Nothing here runs what a student wrote."""
