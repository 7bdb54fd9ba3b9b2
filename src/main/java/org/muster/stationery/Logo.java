package org.muster.stationery;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Takes a picture in for the letterhead: drawn again as a PNG no larger than it has to
 * be, so that nothing but the picture is kept of the file.
 */
final class Logo {

	private static final int MOST_PIXELS = 4000 * 4000;

	private static final int WIDEST = 900;

	private static final int HIGHEST = 300;

	private static final Set<String> FORMATS = Set.of("png", "jpeg");

	private Logo() {
	}

	/**
	 * @return the PNG, or nothing if the file is no PNG or JPEG, or has too many pixels
	 */
	static Optional<byte[]> of(byte[] file) {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				return Optional.empty();
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, true);
				boolean known = FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
				// Before anything is unpacked, which may be far more than the file.
				if (!known || (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
					return Optional.empty();
				}
				return Optional.of(png(reader.read(0)));
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

	private static byte[] png(BufferedImage picture) throws IOException {
		double scale = Math.min(1,
				Math.min((double) WIDEST / picture.getWidth(), (double) HIGHEST / picture.getHeight()));
		int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
		BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = drawn.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(picture, 0, 0, width, height, null);
		graphics.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(drawn, "png", bytes);
		return bytes.toByteArray();
	}

}
