package org.muster.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.util.StreamUtils;

/**
 * A file that nobody but this process and its owner can read, and that goes with it: its
 * name is taken away as soon as it is open (where the system cannot do that, once it is
 * closed). So nothing is left of it, even if the process is killed.
 */
final class NamelessFile implements AutoCloseable {

	private final FileChannel channel;

	private NamelessFile(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * @param purpose how its name begins
	 */
	static NamelessFile open(String purpose) throws IOException {
		Path file = Files.createTempFile(purpose + "-" + ProcessHandle.current().pid() + "-", null);
		try {
			return new NamelessFile(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
					StandardOpenOption.DELETE_ON_CLOSE, LinkOption.NOFOLLOW_LINKS));
		}
		catch (IOException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	/** Closing it does not close the file. */
	OutputStream output() {
		return StreamUtils.nonClosing(Channels.newOutputStream(this.channel));
	}

	long size() throws IOException {
		return this.channel.size();
	}

	/** All of it, from the beginning. */
	void copyTo(OutputStream output) throws IOException {
		this.channel.position(0);
		InputStream input = Channels.newInputStream(this.channel);
		input.transferTo(output);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
