package org.muster.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import org.springframework.core.io.InputStreamSource;

/**
 * Unpacks pictures that strangers have made, if they are of a usual format and not too
 * large unpacked: a few kilobytes of TIFF may be gigabytes of memory.
 */
public final class Pictures {

	private static final int MEGABYTE = 1024 * 1024;

	/** What has to be unpacked for it, in bytes. */
	private static final long MOST_MEMORY = 100_000_000;

	/**
	 * Of WebP: a decoder takes up to 28 bytes for each while it draws, besides the
	 * picture itself. Other formats need four as a rule.
	 */
	private static final int MOST_WEBP_PIXELS = 4_000_000;

	/** Where a reader does not say: a colour picture with transparency. */
	private static final int USUAL_BYTES = 4;

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final byte[] JPEG = { (byte) 0xff, (byte) 0xd8, (byte) 0xff };

	private static final byte[] GIF = { 'G', 'I', 'F', '8' };

	private Pictures() {
	}

	/**
	 * @param most how many bytes the file may have
	 * @throws UnusablePicture if it is no whole PNG, JPEG or still WebP, or too large
	 */
	public static BufferedImage read(InputStreamSource file, int most) throws IOException, UnusablePicture {
		byte[] content;
		try (InputStream input = file.getInputStream()) {
			content = input.readNBytes(most + 1);
		}
		if (content.length == 0) {
			throw new UnusablePicture(PictureFault.EMPTY);
		}
		if (content.length > most) {
			throw new UnusablePicture(PictureFault.BYTES, most / MEGABYTE);
		}
		return read(content);
	}

	static BufferedImage read(byte[] file) throws UnusablePicture {
		ImageIO.setUseCache(false);
		if (Webp.isOne(file)) {
			return drawn(Webp.of(file));
		}
		boolean jpeg = startsWith(file, JPEG);
		if (!jpeg && !startsWith(file, PNG)) {
			throw new UnusablePicture(PictureFault.KIND);
		}
		PictureFault fault = fault(file).orElse(null);
		if (fault != null) {
			throw new UnusablePicture(fault);
		}
		if (jpeg && Jpeg.of(file).isForPrinting()) {
			throw new UnusablePicture(PictureFault.COLOURS);
		}
		return usual(file);
	}

	/**
	 * What is wrong with a PNG, JPEG, GIF or WebP as a file that others are handed:
	 * whether it is cut off, damaged, says to be larger than it can be or, as a WebP,
	 * moves. It is not unpacked for that.
	 */
	public static Optional<PictureFault> fault(byte[] file) {
		if (startsWith(file, PNG)) {
			return Optional.ofNullable(Png.fault(file));
		}
		if (startsWith(file, JPEG)) {
			return Optional.ofNullable(Jpeg.of(file).fault());
		}
		if (startsWith(file, GIF)) {
			return Optional.ofNullable(Gif.fault(file));
		}
		try {
			Webp.of(file);
			return Optional.empty();
		}
		catch (UnusablePicture ex) {
			return Optional.of(ex.fault());
		}
	}

	private static boolean startsWith(byte[] file, byte[] mark) {
		return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
	}

	/** By its own decoder, whatever else is registered. */
	private static BufferedImage drawn(Webp picture) throws UnusablePicture {
		if ((long) picture.width() * picture.height() > MOST_WEBP_PIXELS) {
			throw tooMany(PictureFault.WEBP_PIXELS, picture.width(), picture.height(), MOST_WEBP_PIXELS);
		}
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.pixels()))) {
			return drawn(new WebPImageReaderSpi().createReaderInstance(null), input);
		}
		catch (IOException ex) {
			throw new UnusablePicture(PictureFault.DAMAGED);
		}
	}

	private static BufferedImage usual(byte[] file) throws UnusablePicture {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new UnusablePicture(PictureFault.DAMAGED);
			}
			return drawn(readers.next(), input);
		}
		catch (IOException ex) {
			throw new UnusablePicture(PictureFault.DAMAGED);
		}
	}

	private static BufferedImage drawn(ImageReader reader, ImageInputStream input) throws IOException, UnusablePicture {
		try {
			reader.setInput(input, true, true);
			long most = MOST_MEMORY / bytesPerPixel(reader);
			if ((long) reader.getWidth(0) * reader.getHeight(0) > most) {
				throw tooMany(PictureFault.PIXELS, reader.getWidth(0), reader.getHeight(0), most);
			}
			return reader.read(0);
		}
		catch (RuntimeException ex) {
			// Decoders throw what they like at what is broken.
			throw new UnusablePicture(PictureFault.DAMAGED);
		}
		finally {
			reader.dispose();
		}
	}

	private static UnusablePicture tooMany(PictureFault fault, int width, int height, long most) {
		return new UnusablePicture(fault, width, height, BigDecimal.valueOf(most, 6).setScale(1, RoundingMode.DOWN));
	}

	private static long bytesPerPixel(ImageReader reader) throws IOException {
		ImageTypeSpecifier type = reader.getRawImageType(0);
		if (type == null) {
			return USUAL_BYTES;
		}
		SampleModel model = type.getSampleModel();
		int bits = 0;
		for (int band = 0; band < model.getNumBands(); band++) {
			bits += model.getSampleSize(band);
		}
		return Math.max(USUAL_BYTES, (bits + 7) / 8);
	}

}
