using System.Text;
using Market.Samples;

Console.OutputEncoding = Encoding.UTF8;
return await SeasonCommand.RunAsync(args, Console.Out, Console.Error);
