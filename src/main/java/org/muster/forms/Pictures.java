package org.muster.forms;

import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Unpacks pictures that strangers have made, if they are of a usual format and not too
 * large unpacked: a few kilobytes of TIFF may be gigabytes of memory.
 */
public final class Pictures {

	/** What is uploaded, in bytes. */
	private static final int LARGEST = 15 * 1024 * 1024;

	/** What has to be unpacked for it, in bytes. */
	private static final long MOST_MEMORY = 100_000_000;

	private static final Set<String> FORMATS = Set.of("png", "jpeg");

	/** Where a reader does not say: a colour picture with transparency. */
	private static final int USUAL_BYTES = 4;

	private Pictures() {
	}

	/**
	 * @return nothing if it is no PNG or JPEG, or too large
	 */
	public static Optional<BufferedImage> read(byte[] file) {
		if (file.length > LARGEST) {
			return Optional.empty();
		}
		ImageIO.setUseCache(false);
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				return Optional.empty();
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, true);
				boolean known = FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
				return (known && memory(reader) <= MOST_MEMORY) ? Optional.of(reader.read(0)) : Optional.empty();
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException ex) {
			// Decoders throw what they like at what is broken.
			return Optional.empty();
		}
	}

	private static long memory(ImageReader reader) throws IOException {
		ImageTypeSpecifier type = reader.getRawImageType(0);
		long bytes = USUAL_BYTES;
		if (type != null) {
			SampleModel model = type.getSampleModel();
			int bits = 0;
			for (int band = 0; band < model.getNumBands(); band++) {
				bits += model.getSampleSize(band);
			}
			bytes = Math.max(bytes, (bits + 7) / 8);
		}
		return bytes * reader.getWidth(0) * reader.getHeight(0);
	}

}
