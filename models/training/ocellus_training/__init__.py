"""The scripts that made the bundled encoders. Read in this order:

dataset        photos, captions, splits of a folder in the Flickr8k layout
photos         decoding and preprocessing; augmented views
image_tower    EfficientNet-Lite2, in an early and a late part
text_tower     all-MiniLM-L6-v2, frozen
class_synonyms the classes' names in WordNet
class_space    the class-semantic part of a vector (ConSE)
query_weight   how much that part counts for a query
heads          the learned part of a vector
encoder        the two halves put together: photo -> vector, text -> vector
class_encoder  the class-semantic part alone
features       tower outputs of the train split, cached
contrastive    training of the heads
fine_tuning    training of the late part of the image tower, with the heads
checkpoint     what makes a stopped training go on
learned        the weights that training leaves
calibration    photos by which the image graph is quantized
quantization   float32 graphs -> int8 graphs
inner_outputs  names for what the graphs compute on the way
late_interaction a vector and a weight for each token, for late interaction
token_states   what a graph or layers make of tokens
token_outputs  a late-interaction head at the end of a text graph
caption_tower  MiniLM with its upper layers tuned, for comparing texts
caption_training its training
caption_outputs the caption tower in a text graph
export         PyTorch -> ONNX, quantized, the other weights stored as in storage
model_folder   the files of a finished model
runtime        a finished model in ONNX Runtime
recall         the figures
late_recall    those of late interaction

Commands (``python -m ocellus_training.X --help``): build, build_classes,
build_caption_tower, validate, stamps, evaluate, parity, reference, fit_query_weight,
class_synonyms.
"""
