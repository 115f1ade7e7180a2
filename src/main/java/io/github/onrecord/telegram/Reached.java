package io.github.onrecord.telegram;

import java.io.IOException;
import java.net.ConnectException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Tells a call that broke before anything of it was sent from one that broke afterwards: only the
 * first can't have been done. Whatever kept it from the server (no address, no route, no trust, no
 * answer to the door), it ends with a {@link ConnectException}.
 */
final class Reached {
  private volatile boolean server;

  private Reached() {}

  /** Makes a client's calls end so. */
  static OkHttpClient.Builder telling(OkHttpClient.Builder client) {
    // Network interceptors run when there is a connection, and just before it is used.
    return client.addInterceptor(Reached::outside).addNetworkInterceptor(Reached::inside);
  }

  private static Response outside(Interceptor.Chain chain) throws IOException {
    Reached reached = new Reached();
    try {
      return chain.proceed(chain.request().newBuilder().tag(Reached.class, reached).build());
    } catch (IOException e) {
      if (reached.server) {
        throw e;
      }
      ConnectException never = new ConnectException(e.getClass().getSimpleName());
      never.initCause(e);
      throw never;
    }
  }

  private static Response inside(Interceptor.Chain chain) throws IOException {
    Reached reached = chain.request().tag(Reached.class);
    if (reached != null) {
      reached.server = true;
    }
    return chain.proceed(chain.request());
  }
}
