"""The one vocabulary in which the levels declare exercises, mistakes and questions.

`probes` is for what drives a student's answer, `mistakes` for what the judge knows of it; formulas that several levels
need stand beside them.
"""
