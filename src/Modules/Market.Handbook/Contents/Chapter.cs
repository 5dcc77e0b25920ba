namespace Market.Handbook.Contents;

/// <summary>A page of the handbook, in whatever language.</summary>
/// <param name="Name">Its name in addresses and files, which are <c>Pages/{language}/{name}.md</c>.</param>
/// <param name="Reader">Who it is for.</param>
public sealed record Chapter(string Name, Reader Reader);
