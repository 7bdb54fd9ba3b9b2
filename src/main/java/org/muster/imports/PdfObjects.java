package org.muster.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a PDF as a reader takes them, wherever they are packed (ISO 32000-1,
 * 12.6 and 7.11). Some names are too short to be looked for among packed bytes.
 */
final class PdfObjects {

	/** Scripts, files inside of the file, and forms that are programs. */
	private static final Set<String> KEYS = Set.of("JS", "EF", "EmbeddedFiles", "JavaScript", "RichMediaContent",
			"XFA");

	private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "Rendition",
			"RichMediaExecute");

	private static final Set<String> KINDS = Set.of("FileAttachment", "RichMedia", "EmbeddedFile");

	private PdfObjects() {
	}

	/** What no reader can take apart counts as well. */
	static boolean areActive(Path file) {
		try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
			COSDocument objects = document.getDocument();
			if (isActive(objects.getTrailer())) {
				return true;
			}
			for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
				if (isActive(objects.getObjectFromPool(key).getObject())) {
					return true;
				}
			}
			return false;
		}
		catch (IOException | RuntimeException ex) {
			return true;
		}
	}

	/** What it refers to is looked at for itself. */
	private static boolean isActive(@Nullable COSBase object) {
		if (object instanceof COSArray array) {
			for (int index = 0; index < array.size(); index++) {
				if (isActive(array.get(index))) {
					return true;
				}
			}
		}
		if (object instanceof COSDictionary dictionary) {
			return ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
					|| KINDS.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))
					|| KINDS.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)))
					|| dictionary.entrySet().stream().anyMatch(PdfObjects::isActive);
		}
		return false;
	}

	private static boolean isActive(Map.Entry<COSName, COSBase> entry) {
		return KEYS.contains(entry.getKey().getName()) || isActive(entry.getValue());
	}

}
