"""Makes nbgrader's own commands grade safely; for nbgrader_config.py:

import dlgrade.config
dlgrade.config.apply(c)
"""

SANITIZE = [
    "dlgrade.preprocess.Transplant",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
AUTOGRADE = [
    "dlgrade.preprocess.TwoKernels",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "dlgrade.preprocess.SanitizeOutputs",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]


def apply(c):
    """Switch safe grading on in a configuration of nbgrader."""
    c.Autograde.sanitize_preprocessors = SANITIZE
    c.Autograde.autograde_preprocessors = AUTOGRADE
    c.Autograde.pre_convert_hook = "dlgrade.preprocess.set_aside"
    c.ZipCollectApp.extractor_plugin = "dlgrade.archives.SafeExtractor"
    c.ClearMetadataPreprocessor.preserve_cell_metadata_mask = {("nbgrader",)}
    c.HTMLExporter.sanitize_html = True
