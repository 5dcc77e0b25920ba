namespace MarketSite.BrowserTests.Pictures;

/// <summary>The pictures of the handbook and the documents are there, and can be taken again.</summary>
public sealed class PictureTests(Market market)
{
    public static TheoryData<string> EveryPlace => [.. Places.Public.Concat(Places.Back).Select(place => place.Data)];

    [Fact]
    public void Every_place_has_its_pictures_and_no_picture_is_left_of_one_that_is_gone() =>
        Assert.Equal(
            Album.All.Select(picture => picture.FileName).Concat(Album.ByHand).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Album.Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_picture_shows_a_whole_window_and_is_light() =>
        Assert.All(Album.All, picture => Check(picture, File.ReadAllBytes(Path.Combine(Album.Folder, picture.FileName))));

    [Theory]
    [MemberData(nameof(EveryPlace))]
    public async Task The_picture_of_a_place_can_be_taken(string place)
    {
        var picture = Album.Of(place, "en");
        Check(picture, await Camera.TakeAsync(market, picture));
    }

    private static void Check(Picture picture, byte[] webp)
    {
        Assert.Equal((picture.FileName, picture.Window.Width, picture.Window.Height), (picture.FileName, Film.SizeOf(webp).Width, Film.SizeOf(webp).Height));
        Assert.InRange(webp.Length, Film.FewestBytes, Film.MostBytes);
    }
}
