"""The scripts that made the bundled encoder, lite2-minilm-v1. Read in this order:

dataset        photos, captions, splits of a folder in the Flickr8k layout
photos         decoding and preprocessing; augmented views
image_tower    EfficientNet-Lite2, frozen
text_tower     all-MiniLM-L6-v2, frozen
class_space    the class-semantic part of a vector (ConSE)
heads          the learned part of a vector
encoder        the two halves put together: photo -> vector, text -> vector
features       tower outputs of the train split, cached
contrastive    training of the heads
export         PyTorch -> ONNX, with the weights stored as in storage
model_folder   the files of a finished model
runtime        a finished model in ONNX Runtime
recall         the figures

Commands (``python -m ocellus_training.X --help``): build, folds, validate,
evaluate, parity, reference.
"""
