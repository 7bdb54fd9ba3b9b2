package org.muster.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/** Whether a PNG is whole, by its chunks (W3C PNG, 5). Nothing is unpacked for it. */
final class Png {

	private static final int MARK = 8;

	private static final int HEADER = 13;

	/** Deflate makes no more of a byte (RFC 1951: 258 of two bits). */
	private static final double MOST_UNPACKED = 1032;

	/** A few bytes more than they hold, which no picture is refused for. */
	private static final double SLACK = 1024;

	/** How many values a pixel has, by the type of its colours. */
	private static final Map<Integer, Integer> CHANNELS = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);

	private Png() {
	}

	static @Nullable PictureFault fault(byte[] file) {
		try {
			return fault(ByteBuffer.wrap(file).position(MARK));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException ex) {
			return PictureFault.CUT;
		}
	}

	private static @Nullable PictureFault fault(ByteBuffer bytes) {
		double unpacked = 0;
		long packed = 0;
		for (boolean first = true;; first = false) {
			int length = bytes.getInt();
			String type = type(bytes);
			if (first != type.equals("IHDR") || first && length != HEADER || length < 0) {
				return PictureFault.DAMAGED;
			}
			ByteBuffer content = bytes.slice(bytes.position(), length);
			// A small letter first: what a reader may do without.
			if (Character.isUpperCase(type.charAt(0)) && !isSound(bytes, length)) {
				return PictureFault.DAMAGED;
			}
			bytes.position(bytes.position() + length + 4);
			switch (type) {
				case "IHDR" -> {
					if (!CHANNELS.containsKey((int) content.get(9))) {
						return PictureFault.DAMAGED;
					}
					unpacked = unpacked(content);
				}
				case "IDAT" -> packed += length;
				case "IEND" -> {
					return (unpacked > 0 && unpacked <= MOST_UNPACKED * packed + SLACK) ? null : PictureFault.SIZE;
				}
				default -> {
					// Colours, texts, times: nothing that the size depends on.
				}
			}
		}
	}

	private static String type(ByteBuffer bytes) {
		byte[] type = new byte[4];
		bytes.get(type);
		return new String(type, StandardCharsets.ISO_8859_1);
	}

	/** By the checksum behind it, which is over its type as well. */
	private static boolean isSound(ByteBuffer bytes, int length) {
		CRC32 sum = new CRC32();
		sum.update(bytes.slice(bytes.position() - 4, length + 4));
		return (int) sum.getValue() == bytes.getInt(bytes.position() + length);
	}

	/** How many bytes its rows have; none for a size that no picture has. */
	private static double unpacked(ByteBuffer header) {
		int width = header.getInt(0);
		int height = header.getInt(4);
		double bits = (double) header.get(8) * CHANNELS.getOrDefault((int) header.get(9), 1);
		return (width > 0 && height > 0) ? (1 + Math.ceil(width * bits / 8)) * height : 0;
	}

}
