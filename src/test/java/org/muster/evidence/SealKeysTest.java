package org.muster.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealKeysTest {

	private static final String FIRST = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

	private static final String SECOND = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";

	@TempDir
	Path folder;

	private SealKeys keys(Map<String, String> keys, @Nullable String current) {
		return new SealKeys(new SealSettings(this.folder.resolve("seal"), keys, current, Set.of()));
	}

	@Test
	void withoutAKeyOneIsMadeOnceInAFileThatOnlyItsOwnerReads() throws Exception {
		String seal = keys(Map.of(), null).sign("test", "What was sent");
		assertThat(keys(Map.of(), null).isSigned("test", "What was sent", seal)).isTrue();
		assertThat(Files.getPosixFilePermissions(this.folder.resolve("seal/keys")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void whatWasSealedBeforeAKeyWasReplacedCanStillBeVerified() {
		String seal = keys(Map.of("a", FIRST), null).sign("test", "What was sent");
		SealKeys rotated = keys(Map.of("a", FIRST, "b", SECOND), "b");
		assertThat(seal).startsWith("a:");
		assertThat(rotated.isSigned("test", "What was sent", seal)).isTrue();
		assertThat(rotated.sign("test", "What was sent")).startsWith("b:");
	}

	@Test
	void aKeyThatIsSetTakesOverFromTheFileWhoseSealsStillHold() {
		String seal = keys(Map.of(), null).sign("test", "What was sent");
		SealKeys set = keys(Map.of("a", FIRST), null);
		assertThat(set.isSigned("test", "What was sent", seal)).isTrue();
		assertThat(set.sign("test", "x")).startsWith("a:");
	}

	@Test
	void aSealOfAnotherTextPurposeOrKeyIsNone() {
		SealKeys keys = keys(Map.of("a", FIRST), null);
		String seal = keys.sign("test", "What was sent");
		assertThat(keys.isSigned("test", "What was sent!", seal)).isFalse();
		assertThat(keys.isSigned("other", "What was sent", seal)).isFalse();
		assertThat(keys.isSigned("test", "What was sent", null)).isFalse();
		assertThat(keys.isSigned("test", "What was sent", "nonsense")).isFalse();
		assertThat(keys(Map.of("a", SECOND), null).isSigned("test", "What was sent", seal)).isFalse();
	}

	@Test
	void keysThatCannotSealStopTheStartAndSayHowToMendIt() {
		assertThatThrownBy(() -> keys(Map.of("a", "c2hvcnQ="), null)).isInstanceOf(UnusableKeys.class)
			.hasMessageContaining("too short");
		assertThatThrownBy(() -> keys(Map.of("a", "no base64!"), null)).isInstanceOf(UnusableKeys.class);
		assertThatThrownBy(() -> keys(Map.of("a", FIRST, "b", SECOND), null)).isInstanceOf(UnusableKeys.class)
			.hasMessageContaining("2 keys");
		assertThatThrownBy(() -> keys(Map.of("a", FIRST), "c")).isInstanceOf(UnusableKeys.class);
		assertThatThrownBy(() -> keys(Map.of("a", FIRST), null).requireKeyOf("b:00")).isInstanceOf(UnusableKeys.class)
			.hasMessageContaining("'b'");
	}

	@Test
	void noValueCanPretendToBeAnotherLine() {
		assertThat(new SealedText().add("note", "x\ntotal=1").toString()).isEqualTo("note=x\\ntotal=1\n")
			.isNotEqualTo(new SealedText().add("note", "x").add("total", 1).toString());
	}

}
