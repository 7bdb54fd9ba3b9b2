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

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

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

	/**
	 * Of WebP: a decoder takes up to 28 bytes for each while it draws, besides the
	 * picture itself.
	 */
	private static final int MOST_WEBP_PIXELS = 4_000_000;

	/** Where a reader does not say: a colour picture with transparency. */
	private static final int USUAL_BYTES = 4;

	private Pictures() {
	}

	/**
	 * @return nothing if it is no PNG, JPEG or still WebP, or too large
	 */
	public static Optional<BufferedImage> read(byte[] file) {
		if (file.length > LARGEST) {
			return Optional.empty();
		}
		ImageIO.setUseCache(false);
		return Webp.isOne(file) ? Webp.of(file).flatMap(Pictures::drawn) : usual(file);
	}

	/**
	 * Whether it is a WebP that is whole and has one picture. Of such a file others may
	 * be handed a copy.
	 */
	public static boolean isStillWebp(byte[] file) {
		return Webp.of(file).isPresent();
	}

	/** By its own decoder, whatever else is registered. */
	private static Optional<BufferedImage> drawn(Webp picture) {
		if ((long) picture.width() * picture.height() > MOST_WEBP_PIXELS) {
			return Optional.empty();
		}
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.pixels()))) {
			ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
			try {
				reader.setInput(input, true, true);
				return Optional.of(reader.read(0));
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<BufferedImage> usual(byte[] file) {
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
