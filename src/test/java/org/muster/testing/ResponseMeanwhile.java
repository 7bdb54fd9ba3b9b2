package org.muster.testing;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletResponse;

/** A response during which something else happens, once its first bytes are written. */
public class ResponseMeanwhile extends MockHttpServletResponse {

	private @Nullable Runnable act;

	public ResponseMeanwhile(Runnable act) {
		this.act = act;
	}

	@Override
	public ServletOutputStream getOutputStream() {
		ServletOutputStream output = super.getOutputStream();
		return new ServletOutputStream() {

			@Override
			public void write(int one) throws IOException {
				write(new byte[] { (byte) one }, 0, 1);
			}

			@Override
			public void write(byte[] bytes, int from, int count) throws IOException {
				output.write(bytes, from, count);
				// The mark at the beginning is written before any row is read.
				if (count > 3) {
					run();
				}
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setWriteListener(WriteListener listener) {
				output.setWriteListener(listener);
			}

		};
	}

	private void run() {
		Runnable now = this.act;
		this.act = null;
		if (now != null) {
			now.run();
		}
	}

}
