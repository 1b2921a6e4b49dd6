"""What is done to data before a network sees them: scaled, encoded, divided, varied."""

from dlcore.preprocessing.components import PCA
from dlcore.preprocessing.encoding import MissingEncoder, OneHotEncoder
from dlcore.preprocessing.images import crop, flip, recolor, rotate, shift, warp, zoom
from dlcore.preprocessing.scaling import MinMaxScaler, Standardizer, normalize_rows
from dlcore.preprocessing.splitting import iterated_k_fold, k_fold, split, windows

__all__ = [
    "PCA",
    "MinMaxScaler",
    "MissingEncoder",
    "OneHotEncoder",
    "Standardizer",
    "crop",
    "flip",
    "iterated_k_fold",
    "k_fold",
    "normalize_rows",
    "recolor",
    "rotate",
    "shift",
    "split",
    "warp",
    "windows",
    "zoom",
]
