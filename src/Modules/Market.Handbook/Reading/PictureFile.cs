namespace Market.Handbook.Reading;

/// <summary>The pictures that this assembly brings along. Each is the window of a phone or of a desktop, and says which by its name.</summary>
public static class PictureFile
{
    public static (int Width, int Height) SizeOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Contains("-phone-", StringComparison.Ordinal) ? (390, 844) : (1280, 900);
    }
}
