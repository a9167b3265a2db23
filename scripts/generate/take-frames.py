#!/usr/bin/env python3
"""Writes tests/core/frames.txt: what every frame of a folder of real files holds, as other decoders give it.

    python3 -m venv VENV && VENV/bin/pip install pydicom==3.0.2 pylibjpeg-libjpeg==2.5.0 pylibjpeg-openjpeg==2.6.0 \\
        pylibjpeg-rle==2.2.0 pyjpegls==1.5.1 imagecodecs==2026.3.6 numpy==2.4.6
    VENV/bin/python scripts/generate/take-frames.py CORPUS

Samples are as src/picture/frame.rs has them. Each compressed frame is decoded by two decoders where there are two; they must agree.
"""

import hashlib
import importlib.metadata
import os
import sys
import warnings
import zlib

import imagecodecs
import libjpeg
import numpy
import openjpeg
import pydicom
from pydicom.encaps import generate_frames
from pydicom.pixels import get_decoder

OUT = os.path.join(os.path.dirname(__file__), "../../tests/core/frames.txt")
TOOLS = ("pydicom", "pylibjpeg-libjpeg", "pylibjpeg-openjpeg", "pylibjpeg-rle", "imagecodecs")
NATIVE = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"}
JPEG = "1.2.840.10008.1.2.4."
# Decoders may differ by a level: compared by signature.
LOSSY = {JPEG + last for last in ("50", "51", "53", "55", "91", "203")}
GRID, POSITIONS = 8, 32


class Refused(Exception):
    """The reason why a file is not in the table."""


def words(array, dataset):
    """Rows, columns, samples; little-endian words of Bits Allocated; a single bit is a byte."""
    shape = (dataset.Rows, dataset.Columns, dataset.SamplesPerPixel)
    bits = dataset.BitsAllocated
    word = 1 if bits <= 8 else 2 if bits <= 16 else 4
    if array.size != shape[0] * shape[1] * shape[2]:
        raise Refused(f"the stream holds {array.shape}, the header says {shape}")
    if array.dtype.kind == "b":
        array = array.astype("u1")
    return numpy.ascontiguousarray(array.reshape(shape)).astype(f"<i{word}" if array.dtype.kind == "i" else f"<u{word}", casting="unsafe")


def bit_frames(data, dataset, frames):
    """Single bits, packed without a gap between frames (PS3.5 8.1.1)."""
    count = dataset.Rows * dataset.Columns * dataset.SamplesPerPixel
    bits = numpy.unpackbits(numpy.frombuffer(data, "u1"), bitorder="little")
    for frame in range(frames):
        yield bits[frame * count : (frame + 1) * count]


def native(dataset, frames, big):
    """Frames of a native value."""
    bits, samples = dataset.BitsAllocated, dataset.SamplesPerPixel
    data = dataset.PixelData
    if big and bits <= 8 and dataset["PixelData"].VR == "OW":
        data = numpy.frombuffer(data[: len(data) // 2 * 2], "u2").byteswap().tobytes()
    if bits == 1:
        yield from bit_frames(data, dataset, frames)
        return
    if bits not in (8, 16, 32):
        raise Refused(f"words of {bits} bits")
    pixels = dataset.Rows * dataset.Columns
    have = numpy.frombuffer(data[: len(data) // (bits // 8) * (bits // 8)], f"{'>' if big else '<'}u{bits // 8}")
    shared = dataset.PhotometricInterpretation == "YBR_FULL_422" and samples == 3 and have.size < pixels * 3 * frames
    count = pixels * (2 if shared else samples)
    if have.size < count * frames:
        raise Refused("too short")
    for frame in range(frames):
        values = have[frame * count : (frame + 1) * count]
        if shared:
            four = values.reshape(-1, 4)
            luma = four[:, :2].reshape(-1)
            values = numpy.stack([luma, four[:, 2].repeat(2), four[:, 3].repeat(2)], axis=-1)
        elif samples > 1 and dataset.get("PlanarConfiguration", 0) == 1:
            values = values.reshape(samples, pixels).T
        yield values


def alike(one, other, tolerance=0):
    """Two decoders' results, where the second one could do it at all."""
    if other is not None and (one.size != other.size or numpy.abs(one.astype("i8").ravel() - other.astype("i8").ravel()).max() > tolerance):
        raise Refused("two decoders differ")
    return one


def attempt(decode):
    try:
        return decode()
    except Exception:
        return None


def compressed(syntax, data, dataset):
    """One frame's samples."""
    if syntax == "1.2.840.10008.1.2.8.1":
        raw = zlib.decompressobj(-15).decompress(data)
        return next(bit_frames(raw, dataset, 1)) if dataset.BitsAllocated == 1 else numpy.frombuffer(raw, f"<u{dataset.BitsAllocated // 8}")
    kind = syntax.removeprefix(JPEG)
    if kind in ("50", "51", "53", "55", "57", "70"):
        # No colour transform: the components as they were coded.
        one = attempt(lambda: libjpeg.decode(data, 0))
        if frame_header(data)[0] == 0xC3:
            return alike(one, attempt(lambda: imagecodecs.ljpeg_decode(data)))
        two = attempt(lambda: imagecodecs.jpeg8_decode(data)) if dataset.SamplesPerPixel == 1 else None
        if one is None and two is None:
            raise Refused("no JPEG")
        return two if one is None else alike(one, two, 1)
    if kind in ("80", "81"):
        return imagecodecs.jpegls_decode(data)
    if kind in ("90", "91", "201", "202", "203"):
        one = openjpeg.decode(data)
        # Two's complement or not is the header's to say: the words are the same.
        return alike(one, attempt(lambda: imagecodecs.jpeg2k_decode(data)), 0 if kind in ("90", "201", "202") else 1)
    raise Refused(f"no decoder of {syntax}")


def extended(array, dataset, syntax):
    """Signed samples out of a codec, with the sign in the bits above the stored ones: some codecs put it there, some do not."""
    above = 8 * array.dtype.itemsize - dataset.BitsStored
    if dataset.PixelRepresentation == 0 or syntax[: len(JPEG)] != JPEG or above <= 0:
        return array
    signed = array.view(f"<i{array.dtype.itemsize}")
    return (signed << above) >> above


def decoded(dataset, syntax, frames):
    if syntax in NATIVE:
        yield from native(dataset, frames, syntax == "1.2.840.10008.1.2.2")
        return
    if syntax == "1.2.840.10008.1.2.5" and dataset.BitsAllocated > 1:
        for array, _ in get_decoder(syntax).iter_array(dataset, raw=True):
            yield array
        return
    for data in generate_frames(dataset.PixelData, number_of_frames=frames):
        if syntax == "1.2.840.10008.1.2.5":
            from rle.utils import decode_segment

            yield next(bit_frames(bytes(decode_segment(data[64:])), dataset, 1))
        else:
            yield compressed(syntax, data, dataset)


def frame_header(data):
    """A JPEG frame's marker, and each component's sampling factors."""
    at = 2
    while at + 4 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in (0xC0, 0xC1, 0xC2, 0xC3):
            return marker, [data[at + 11 + 3 * n] for n in range(data[at + 9])]
        at += 2 + length
    raise Refused("no JPEG")


def kind_of(dataset, syntax, frames):
    """How its frames can be compared."""
    if syntax[: len(JPEG)] == JPEG and syntax[len(JPEG) :] in ("50", "51", "53", "55", "57", "70"):
        marker, factors = frame_header(next(generate_frames(dataset.PixelData, number_of_frames=frames)))
        if (marker == 0xC3) == (syntax in LOSSY):
            return "mislabelled"
        # Decoders repeat colour differences that are coarser than pixels, or interpolate them.
        if len(set(factors)) > 1:
            return "subsampled"
    return "near" if syntax in LOSSY else "exact"


def place(number, pixels):
    """The pixel that a number stands for: spread over the frame, and easily computed elsewhere."""
    return ((number + 1) * 2654435761 % 2**32) % pixels


def signature(array):
    """Means of a grid's cells, in hundredths, and samples at some places."""
    rows, columns, samples = array.shape
    grid = min(GRID, rows, columns)
    edges = [[size * n // grid for n in range(grid + 1)] for size in (rows, columns)]
    means = [
        round(float(array[y0:y1, x0:x1, sample].mean(dtype="f8")) * 100)
        for sample in range(samples)
        for y0, y1 in zip(edges[0], edges[0][1:])
        for x0, x1 in zip(edges[1], edges[1][1:])
    ]
    flat = array.reshape(-1, samples)
    points = [int(value) for n in range(POSITIONS) for value in flat[place(n, rows * columns)]]
    return f"{','.join(map(str, means))} {','.join(map(str, points))}"


def describe(dataset):
    syntax = str(dataset.file_meta.TransferSyntaxUID)
    frames = int(dataset.get("NumberOfFrames") or 1)
    listed = set(range(frames)) if frames <= 20 else {0, frames // 2, frames - 1}
    kind = kind_of(dataset, syntax, frames)
    lossy = kind != "exact"
    if lossy and frames > 3:
        listed = {0, frames // 2, frames - 1}
    all_of_them, out, count = hashlib.sha256(), [], 0
    for index, array in enumerate(decoded(dataset, syntax, frames)):
        if index >= frames:
            raise Refused("more frames than the header says")
        array = extended(words(array, dataset), dataset, syntax)
        count += 1
        raw = array.tobytes()
        all_of_them.update(raw)
        if index in listed:
            as_meant = array.view(f"<{'i' if dataset.PixelRepresentation == 1 else 'u'}{array.dtype.itemsize}")
            out.append(f"{index} {signature(as_meant) if lossy else hashlib.sha256(raw).hexdigest()[:32]}")
    if count != frames:
        raise Refused(f"{count} frames, the header says {frames}")
    if not lossy and frames > 20:
        out.append(f"all {all_of_them.hexdigest()[:32]}")
    return [f"{frames} {kind}", *out]


def main(root):
    warnings.simplefilter("ignore")
    tools = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in TOOLS)
    out = [
        f"# Made by scripts/generate/take-frames.py from the samples of real files, as decoded by {tools}.",
        "# > path | frames and kind, then a line a frame: index and the hash of its samples (SHA-256, first half), or index, means and places.",
    ]
    refused = []
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, root)
            try:
                dataset = pydicom.dcmread(path, force=True)
                if "PixelData" not in dataset:
                    continue
                first, *rest = describe(dataset)
            except Exception as error:
                said = str(error).split("\n")[0][:100] if isinstance(error, Refused) else f"{type(error).__name__}: {str(error).splitlines()[0][:80]}"
                refused.append(f"# not decoded: {relative}: {said}")
                continue
            out += [f"> {relative} | {first}", *rest]
    with open(OUT, "w", encoding="utf-8") as file:
        file.write("\n".join([*out, *refused]) + "\n")
    print(f"{sum(line.startswith('> ') for line in out)} files, {len(refused)} not decoded")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
