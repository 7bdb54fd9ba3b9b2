package org.muster.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The keys that seals are made with (HMAC-SHA-256, RFC 2104). They are outside of the
 * database, so that whoever can change what is in there cannot make a seal that fits. A
 * seal names its key: after another has taken over, older seals can still be verified.
 */
@Component
public class SealKeys {

	private static final int LEAST_BYTES = 32;

	private static final int SALT_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Map<String, SecretKeySpec> keys = new HashMap<>();

	private final Set<String> lost;

	private final String current;

	public SealKeys(SealSettings settings) {
		KeyFile file = KeyFile.in(settings.folder());
		Map<String, String> secrets = new LinkedHashMap<>(settings.keys());
		Map<String, String> filed = (secrets.isEmpty() && settings.key() == null) ? ensured(file) : file.read();
		filed.forEach(secrets::putIfAbsent);
		secrets.forEach((id, secret) -> this.keys.put(id, key(id, secret)));
		this.current = current(settings, filed);
		this.lost = Set.copyOf(settings.lost());
	}

	private static Map<String, String> ensured(KeyFile file) {
		Map<String, String> known = file.read();
		return known.isEmpty() ? file.create("k" + random(4), Base64.getEncoder().encodeToString(bytes(LEAST_BYTES)))
				: known;
	}

	private String current(SealSettings settings, Map<String, String> filed) {
		String chosen = settings.key();
		if (chosen == null && settings.keys().size() > 1) {
			throw new UnusableKeys("There are " + settings.keys().size() + " keys for seals.",
					"Say which of them seals from now on: MUSTER_SEAL_KEY="
							+ settings.keys().keySet().iterator().next());
		}
		if (chosen == null) {
			chosen = (settings.keys().isEmpty() ? filed : settings.keys()).keySet().iterator().next();
		}
		if (!this.keys.containsKey(chosen)) {
			throw new UnusableKeys("There is no key '" + chosen + "' for seals.",
					"Set MUSTER_SEAL_KEYS_" + chosen + ", or name another one in MUSTER_SEAL_KEY.");
		}
		return chosen;
	}

	private static SecretKeySpec key(String id, String secret) {
		byte[] bytes = decoded(id, secret);
		if (bytes.length < LEAST_BYTES || !id.matches("[A-Za-z0-9-]{1,40}")) {
			throw new UnusableKeys("The key '" + id + "' for seals is too short, or its name is none.",
					"A key has " + LEAST_BYTES + " bytes or more, such as the answer of: openssl rand -base64 32;"
							+ " its name has letters, digits and hyphens.");
		}
		return new SecretKeySpec(bytes, "HmacSHA256");
	}

	private static byte[] decoded(String id, String secret) {
		try {
			return Base64.getDecoder().decode(secret);
		}
		catch (IllegalArgumentException ex) {
			throw new UnusableKeys("The key '" + id + "' for seals is no Base64.",
					"Set it to the answer of: openssl rand -base64 32");
		}
	}

	/**
	 * @param purpose what kind of thing is sealed, so that no seal can be taken for one
	 * of another kind
	 * @return the id of the key and the seal, with a colon between
	 */
	public String sign(String purpose, String text) {
		return this.current + ":" + mac(this.current, purpose, text);
	}

	/** Whether a seal was made of this text by one of the keys. */
	public boolean isSigned(String purpose, String text, @Nullable String seal) {
		int colon = (seal != null) ? seal.indexOf(':') : -1;
		if (seal == null || colon < 0 || !this.keys.containsKey(seal.substring(0, colon))) {
			return false;
		}
		return MessageDigest.isEqual(seal.substring(colon + 1).getBytes(StandardCharsets.UTF_8),
				mac(seal.substring(0, colon), purpose, text).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A portal with another key than the one that has sealed would call everything
	 * changed, and what it seals itself would be called so by the others.
	 * @throws UnusableKeys if the key of a seal is not among ours, and nobody has said
	 * that it is lost
	 */
	public void requireKeyOf(String seal) {
		String id = seal.substring(0, Math.max(0, seal.indexOf(':')));
		if (!this.keys.containsKey(id) && !this.lost.contains(id)) {
			throw new UnusableKeys("This database was sealed with the key '" + id + "', which is not there.",
					"Restore the key file in the folder of MUSTER_SEAL_FOLDER (portals on one database share it), or set"
							+ " MUSTER_SEAL_KEYS_" + id + ". If the key is gone for good, MUSTER_SEAL_LOST=" + id
							+ " starts the portal; what that key sealed is then shown as not verified.");
		}
	}

	private String mac(String id, String purpose, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.keys.get(id));
			mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes what is hashed beside it impossible to guess; once it is forgotten, also to
	 * verify.
	 */
	public static String salt() {
		return random(SALT_BYTES);
	}

	/** The SHA-256 (FIPS 180-4) of a text, in hexadecimal digits. */
	public static String hash(String text) {
		return DigestUtils.sha256Hex(text);
	}

	private static String random(int bytes) {
		return HexFormat.of().formatHex(bytes(bytes));
	}

	private static byte[] bytes(int count) {
		byte[] random = new byte[count];
		RANDOM.nextBytes(random);
		return random;
	}

}
