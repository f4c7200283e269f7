"""Level 15, two questions: what helps against overfitting, and how many epochs so many iterations are."""

from __future__ import annotations

from checks.levels.tinynet_training.tinynet_training import LEVEL
from checks.declaring.old import question

EPOCH_CHOICES = (
    ("iterations-for-epochs", "That is how many steps were made. How many does one pass over all images take?", 600),
    ("iterations-over-batch-size", "600 / 60 is no number of passes. How many batches make one pass?", 10),
    ("epoch-length", "That is how many iterations one epoch has. How many such epochs are in 600?", 25),
    ("images-seen", "So many images went through the net, the same ones again and again. How often each?", 36000),
    ("batch-size", "That is the size of a batch.", 60),
)
REMEDY_CHOICES = (
    ("higher-degree", "The curve goes through every training point already. What would it do with more freedom?", 1),
    ("more-steps", "That drives the training loss further down. Is that the loss that is too large?", 2),
    ("train-on-them", "Then nothing is left to tell you how well it does on points that it has not seen.", 4),
)

question("training.question-epochs", LEVEL, *EPOCH_CHOICES)
question("training.question-remedy", LEVEL, *REMEDY_CHOICES)
