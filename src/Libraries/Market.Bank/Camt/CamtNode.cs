using System.Text;

namespace Market.Bank.Camt;

/// <summary>A small element of a message, whole: found by names, whatever their namespace.</summary>
/// <param name="name">Its name.</param>
/// <param name="currency">The currency that it is an amount of.</param>
/// <param name="line">Its line, from 1.</param>
internal sealed class CamtNode(string name, string? currency, int line)
{
    private List<CamtNode>? _children;
    private StringBuilder? _text;

    public string Name { get; } = name;

    public string? Currency { get; } = currency;

    public int Line { get; } = line;

    /// <summary>What stands in it, without what is around it.</summary>
    public string Text => _text?.ToString().Trim() ?? string.Empty;

    public void Add(CamtNode child) => (_children ??= []).Add(child);

    public void Add(ReadOnlySpan<char> text) => (_text ??= new StringBuilder()).Append(text);

    public CamtNode? Child(string name) => _children?.Find(child => child.Name == name);

    public IEnumerable<CamtNode> Children(string name) => _children?.Where(child => child.Name == name) ?? [];

    /// <summary>The element at the end of a path of names; none where one of them is missing.</summary>
    public CamtNode? At(params ReadOnlySpan<string> path)
    {
        var at = this;
        foreach (var name in path)
        {
            if (at.Child(name) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at;
    }
}
