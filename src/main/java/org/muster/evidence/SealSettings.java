package org.muster.evidence;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys of seals are.
 *
 * @param folder of the key file, and of what is noted of the audit trail outside of the
 * database
 * @param keys secrets by their ids, in Base64
 * @param key the id of that which seals from now on; needed where several are set
 * @param lost the ids of keys that are gone for good: what they sealed stays unverified
 */
@ConfigurationProperties("muster.seal")
public record SealSettings(@DefaultValue("data/seal") Path folder, @DefaultValue Map<String, String> keys,
		@Nullable String key, @DefaultValue Set<String> lost) {
}
