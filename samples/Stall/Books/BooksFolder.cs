using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Market.Stall.Books;

/// <summary>The folder that holds a stall's books, its clients' names and its settings.</summary>
internal sealed class BooksFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where it is, in full.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The operations, one a line.</summary>
    public string Operations => File("operations.jsonl");

    /// <summary>The keys of the forms' tokens: a form that was open when the stall was killed can be sent after.</summary>
    public DirectoryInfo FormKeys => new(File("form-keys"));

    private string Note => File("operations.last");

    /// <summary>Takes the folder for this process, until it ends however it ends.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public FileStream Lock()
    {
        Directory.CreateDirectory(Path);
        return new FileStream(File("stall.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>All of the operations' file, which may be written to meanwhile.</summary>
    public byte[] ReadOperations()
    {
        if (!System.IO.File.Exists(Operations))
        {
            return [];
        }

        using var file = new FileStream(Operations, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var all = new MemoryStream();
        file.CopyTo(all);
        return all.ToArray();
    }

    /// <summary>The note of the last line, where there is one.</summary>
    public LastLine? ReadNote() => System.IO.File.Exists(Note) ? LastLine.Parse(System.IO.File.ReadAllText(Note)) : null;

    /// <summary>Notes the last line.</summary>
    public void WriteNote(LastLine last) => Replace(Note, Encoding.ASCII.GetBytes(last + "\n"));

    /// <summary>Opens the operations' file to append to, with what was torn off taken to a file of its own.</summary>
    /// <returns>The file, and where the torn end is, where there was one.</returns>
    public (FileStream File, string? TornTo) OpenToAppend(byte[] torn, DateTimeOffset now)
    {
        // Unbuffered: a line goes to the system in one piece.
        var file = new FileStream(Operations, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (torn.Length is 0)
        {
            file.Seek(0, SeekOrigin.End);
            return (file, null);
        }

        var tornTo = File($"torn-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.txt");
        Replace(tornTo, torn);
        file.SetLength(file.Length - torn.Length);
        file.Seek(0, SeekOrigin.End);
        file.Flush(flushToDisk: true);
        return (file, tornTo);
    }

    /// <summary>Reads a small file.</summary>
    /// <exception cref="InvalidDataException">It is not what it should be.</exception>
    public T? Read<T>(string name)
    {
        try
        {
            return System.IO.File.Exists(File(name)) ? JsonSerializer.Deserialize<T>(System.IO.File.ReadAllBytes(File(name)), Json) : default;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{File(name)} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Writes a small file. It is on the disk when this returns, and a kill before leaves the one that was there.</summary>
    public void Write<T>(string name, T content) => Replace(File(name), JsonSerializer.SerializeToUtf8Bytes(content, Json));

    private static void Replace(string path, byte[] content)
    {
        var next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(next, path, overwrite: true);
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
