namespace MarketSite.TestHost;

/// <summary>Folders that go when a test is over.</summary>
public static class Folders
{
    private const int MostTries = 10;

    /// <summary>Deletes a folder with all in it; what a process that has just ended still holds may take a moment.</summary>
    public static async Task DeleteAsync(string folder)
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < MostTries)
            {
                await Task.Delay(100);
            }
        }
    }
}
