using MimeKit;

namespace MarketSite.TestHost;

/// <summary>The folder that the site's mails go to.</summary>
public sealed class Mailbox(string dataFolder)
{
    private readonly string _folder = Path.Combine(dataFolder, "Sites", "Default", "Emails");

    public int Count => Directory.Exists(_folder) ? Directory.GetFiles(_folder, "*.eml").Length : 0;

    /// <summary>Every mail there is; one that was being written when the site was killed is none.</summary>
    public IReadOnlyList<MimeMessage> Read() =>
        Directory.Exists(_folder) ? [.. Directory.GetFiles(_folder, "*.eml").Select(Whole).Where(mail => mail.Length > 0).Select(mail => MimeMessage.Load(mail))] : [];

    /// <summary>The mails to an address.</summary>
    public IReadOnlyList<MimeMessage> To(string address) => [.. Read().Where(mail => AddressOf(mail) == address).OrderBy(mail => mail.Date)];

    public static string AddressOf(MimeMessage mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.To.Mailboxes.Single().Address;
    }

    /// <summary>The mails to an address, once there are so many; they go out once the request is answered, so there is some patience with them.</summary>
    public async Task<IReadOnlyList<MimeMessage>> WaitForAsync(string address, int count = 1)
    {
        for (var patience = 300; patience > 0; patience--)
        {
            if (To(address) is { } found && found.Count >= count)
            {
                return found;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"There are not {count} mails to {address}.");
    }

    /// <summary>The first mail whose text fits; it goes out once the request is answered, so there is some patience with it.</summary>
    public async Task<MimeMessage> WaitForAsync(Func<string, bool> isIt)
    {
        for (var patience = 300; patience > 0; patience--)
        {
            if (Read().FirstOrDefault(mail => isIt(mail.TextBody ?? string.Empty)) is { } found)
            {
                return found;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("There is no such mail.");
    }

    // The site may be at it: a mail is written under its own name.
    private static MemoryStream Whole(string file)
    {
        for (var patience = 100; ; patience--)
        {
            try
            {
                return new MemoryStream(File.ReadAllBytes(file));
            }
            catch (IOException) when (patience > 0)
            {
                Thread.Sleep(50);
            }
        }
    }
}
