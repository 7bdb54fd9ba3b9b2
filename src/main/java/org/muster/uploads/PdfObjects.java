package org.muster.uploads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a PDF as a reader takes them, wherever they are packed (ISO 32000-1,
 * 12.6 and 7.11). Some names are too short to be looked for among packed bytes.
 */
final class PdfObjects {

	/** Scripts, files inside of the file, and forms that are programs. */
	private static final Map<String, FileRisk> KEYS = Map.of("JS", FileRisk.SCRIPTS, "JavaScript", FileRisk.SCRIPTS,
			"XFA", FileRisk.SCRIPTS, "EF", FileRisk.EMBEDDED, "EmbeddedFiles", FileRisk.EMBEDDED, "RichMediaContent",
			FileRisk.EMBEDDED);

	private static final Map<String, FileRisk> ACTIONS = Map.of("JavaScript", FileRisk.SCRIPTS, "Launch",
			FileRisk.LINKS, "ImportData", FileRisk.FORMS, "SubmitForm", FileRisk.FORMS, "Rendition", FileRisk.EMBEDDED,
			"RichMediaExecute", FileRisk.EMBEDDED, "GoToE", FileRisk.EMBEDDED);

	private static final Set<String> KINDS = Set.of("FileAttachment", "RichMedia", "EmbeddedFile");

	/** What may happen unasked: another page, what is shown of it. */
	private static final Set<String> WITHIN = Set.of("GoTo", "Named", "Trans", "SetOCGState", "Hide");

	/** Of what happens to a field: the mouse button, which people press themselves. */
	private static final Set<String> PRESSED = Set.of("D", "U");

	private static final List<COSName> NAMES_OF_FILES = Stream.of("F", "UF", "DOS", "Mac", "Unix")
		.map(COSName::getPDFName)
		.toList();

	private static final COSName REFERENCE = COSName.getPDFName("Ref");

	private static final int LONGEST_CHAIN = 50;

	private PdfObjects() {
	}

	/** What no reader can take apart counts as well. */
	static Optional<FileRisk> risk(Path file) {
		try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
			COSDocument objects = document.getDocument();
			Optional<FileRisk> risk = risk(objects.getTrailer());
			for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
				if (risk.isPresent()) {
					return risk;
				}
				risk = risk(objects.getObjectFromPool(key).getObject());
			}
			// Of a document whose pages cannot be found nothing is to be seen.
			return (risk.isEmpty() && !document.getPages().iterator().hasNext()) ? Optional.of(FileRisk.UNREADABLE)
					: risk;
		}
		catch (InvalidPasswordException ex) {
			return Optional.of(FileRisk.LOCKED);
		}
		catch (IOException | RuntimeException ex) {
			return Optional.of(FileRisk.UNREADABLE);
		}
		catch (NoClassDefFoundError ex) {
			// Encrypted for a certificate: the classes for that are left out.
			return Optional.of(FileRisk.UNREADABLE);
		}
	}

	/** What it refers to is looked at for itself. */
	private static Optional<FileRisk> risk(@Nullable COSBase object) {
		if (object instanceof COSArray array) {
			for (int index = 0; index < array.size(); index++) {
				Optional<FileRisk> risk = risk(array.get(index));
				if (risk.isPresent()) {
					return risk;
				}
			}
		}
		return (object instanceof COSDictionary dictionary) ? risk(dictionary) : Optional.empty();
	}

	private static Optional<FileRisk> risk(COSDictionary dictionary) {
		FileRisk named = ACTIONS.get(String.valueOf(dictionary.getNameAsString(COSName.S)));
		if (named != null) {
			return Optional.of(named);
		}
		if (KINDS.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))
				|| KINDS.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)))) {
			return Optional.of(FileRisk.EMBEDDED);
		}
		if (isFetched(dictionary)) {
			return Optional.of(FileRisk.EXTERNAL);
		}
		if (isUnasked(dictionary)) {
			return Optional.of(FileRisk.ACTIONS);
		}
		if (leadsToAFile(dictionary)) {
			return Optional.of(FileRisk.LINKS);
		}
		return dictionary.entrySet().stream().map(PdfObjects::risk).flatMap(Optional::stream).findFirst();
	}

	private static Optional<FileRisk> risk(Map.Entry<COSName, COSBase> entry) {
		FileRisk named = KEYS.get(entry.getKey().getName());
		return (named != null) ? Optional.of(named) : risk(entry.getValue());
	}

	/** Its bytes, or the page that it shows, are in another file. */
	private static boolean isFetched(COSDictionary dictionary) {
		return dictionary instanceof COSStream
				&& (dictionary.containsKey(COSName.F) || dictionary.getDictionaryObject(REFERENCE) != null);
	}

	/** Something is opened or sent because the file, a page or a field is seen. */
	private static boolean isUnasked(COSDictionary dictionary) {
		if (dictionary.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary action
				&& !isWithin(action, 0)) {
			return true;
		}
		return dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary actions && actions.keySet()
			.stream()
			.filter((when) -> !PRESSED.contains(when.getName()))
			.anyMatch((when) -> !isWithin(actions.getDictionaryObject(when), 0));
	}

	/** Also whatever follows it. */
	private static boolean isWithin(@Nullable COSBase action, int before) {
		if (action instanceof COSArray several) {
			for (int index = 0; index < several.size(); index++) {
				if (!isWithin(several.getObject(index), before)) {
					return false;
				}
			}
			return true;
		}
		if (!(action instanceof COSDictionary one)) {
			return true;
		}
		return before < LONGEST_CHAIN && WITHIN.contains(String.valueOf(one.getNameAsString(COSName.S)))
				&& isWithin(one.getDictionaryObject(COSName.NEXT), before + 1);
	}

	private static boolean leadsToAFile(COSDictionary dictionary) {
		return isFile(dictionary.getDictionaryObject(COSName.URI)) || isFile(dictionary.getDictionaryObject("Base"))
				|| dictionary.getDictionaryObject(COSName.S) instanceof COSName
						&& isFile(dictionary.getDictionaryObject(COSName.F));
	}

	private static boolean isFile(@Nullable COSBase target) {
		if (target instanceof COSDictionary file) {
			return NAMES_OF_FILES.stream()
				.map(file::getString)
				.anyMatch((name) -> name != null && (name.startsWith("/") || !WebLinks.isOne(name)));
		}
		return target instanceof COSString text && !WebLinks.isOne(text.getString());
	}

}
