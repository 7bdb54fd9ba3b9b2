package org.muster.stationery;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.muster.pictures.Pictures;
import org.muster.pictures.UnusablePicture;

import org.springframework.core.io.InputStreamSource;

/**
 * Takes a picture in for the letterhead: drawn again as a PNG no larger than it has to
 * be, so that nothing but the picture is kept of the file.
 */
final class Logo {

	private static final int WIDEST = 900;

	private static final int HIGHEST = 300;

	/** In bytes. */
	private static final int LARGEST = 2 * 1024 * 1024;

	private Logo() {
	}

	static byte[] of(InputStreamSource file) throws IOException, UnusablePicture {
		return png(Pictures.read(file, LARGEST));
	}

	private static byte[] png(BufferedImage picture) {
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
		try {
			ImageIO.write(drawn, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
