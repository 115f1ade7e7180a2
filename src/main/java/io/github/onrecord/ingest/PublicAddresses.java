package io.github.onrecord.ingest;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves names to addresses of the open web only, so that an address in a feed or redirect can't
 * reach this machine or its network. The connection is made to exactly the addresses checked here.
 */
final class PublicAddresses implements Dns {
  private final Dns names;

  /** Resolves with {@code names}. */
  PublicAddresses(Dns names) {
    this.names = names;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = names.lookup(host);
    List<InetAddress> allowed = found.stream().filter(PublicAddresses::isPublic).toList();
    if (allowed.isEmpty()) {
      throw new PrivateAddressException(host);
    }
    return allowed;
  }

  /** A host has addresses of private networks only. */
  static final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    PrivateAddressException(String host) {
      super(host);
    }
  }

  /** Whether an address is of the open web (IANA's special-purpose registries). */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    if (address instanceof Inet4Address) {
      boolean carrierNat = first == 100 && second >= 64 && second < 128;
      boolean benchmark = first == 198 && (second == 18 || second == 19);
      boolean protocol = first == 192 && second == 0 && bytes[2] == 0;
      return first != 0 && first < 240 && !carrierNat && !benchmark && !protocol;
    }
    boolean uniqueLocal = (first & 0xFE) == 0xFC;
    // NAT64 (64:ff9b::/96), 6to4 (2002::/16), Teredo (2001::/32) and what is left of ::/8 carry an
    // IPv4 address inside.
    boolean carriesIpv4 =
        (first == 0x20 && second == 0x02)
            || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0)
            || first == 0;
    return !uniqueLocal && !carriesIpv4;
  }
}
