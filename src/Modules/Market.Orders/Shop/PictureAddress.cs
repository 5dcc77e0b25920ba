using System.Text.RegularExpressions;

namespace Market.Orders.Shop;

/// <summary>
/// The address of a picture among the site's own files, as an editor copies it from the media library or types it: <c>/media/carrots.jpg</c>.
/// Another site's picture would tell that site who looks, and what is no path could be a script: neither is one.
/// </summary>
public static partial class PictureAddress
{
    /// <summary>The length of the longest address.</summary>
    public const int MaxLength = 300;

    /// <summary>The address from the site's root, <c>~/media/carrots.jpg</c>; none where the text is no such address.</summary>
    public static string? FromRoot(string? text)
    {
        var path = text?.Trim() ?? string.Empty;
        path = path.StartsWith('~') ? path[1..] : path;
        return path.Length is > 0 and <= MaxLength && Path().IsMatch(path) && !path.Split('/').Contains("..") ? "~/" + path.TrimStart('/') : null;
    }

    // One slash at most at its start, and no colon, backslash, question mark or control in it.
    [GeneratedRegex(@"\A/?[\p{L}\p{M}\p{N} _.,()'’%@+=-]+(/[\p{L}\p{M}\p{N} _.,()'’%@+=-]+)*\z")]
    private static partial Regex Path();
}
