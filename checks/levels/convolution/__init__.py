"""Level convolution: `im2col`, and `Convolution` with its three gradients."""
